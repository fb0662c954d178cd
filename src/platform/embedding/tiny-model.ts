/**
 * Writes a sentence model of two dimensions and four words to a folder, in the layout of the Hugging Face hub, for
 * tests: the model looks each word up in a table, and nothing else.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VOCABULARY = { '[PAD]': 0, '[UNK]': 1, coffee: 2, tea: 3 } as const;
const TABLE = [0, 0, 0, 0, 1, 0, 0, 1] as const;
/** Numbers of ONNX's element types. */
const FLOAT = 1;
const INT64 = 7;

export function writeTinyModel(folder: string): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const json = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content));
  json('config.json', { model_type: 'bert', hidden_size: 2 });
  json('tokenizer_config.json', { tokenizer_class: 'BertTokenizer', pad_token: '[PAD]', unk_token: '[UNK]' });
  json('tokenizer.json', {
    version: '1.0',
    added_tokens: [],
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: { type: 'WordLevel', vocab: VOCABULARY, unk_token: '[UNK]' },
  });
  writeFileSync(join(folder, 'onnx', 'model.onnx'), lookUpModel());
}

/** An ONNX graph: last_hidden_state = Gather(table, input_ids). Field numbers are those of onnx.proto. */
function lookUpModel(): Buffer {
  const table = message(
    ...[VOCABULARY_SIZE, 2].map((size) => number(1, size)),
    number(2, FLOAT),
    text(8, 'table'),
    bytes(9, Buffer.from(Float32Array.from(TABLE).buffer)),
  );
  const node = message(text(1, 'table'), text(1, 'input_ids'), text(2, 'last_hidden_state'), text(4, 'Gather'));
  const inputs = [tensor('input_ids', INT64, 2), tensor('attention_mask', INT64, 2)];
  const graph = message(
    bytes(1, node),
    text(2, 'tiny'),
    bytes(5, table),
    ...inputs.map((input) => bytes(11, input)),
    bytes(12, tensor('last_hidden_state', FLOAT, 3)),
  );
  return message(number(1, 8), bytes(7, graph), bytes(8, message(text(1, ''), number(2, 13))));
}

const VOCABULARY_SIZE = Object.keys(VOCABULARY).length;

/** A named tensor whose sizes are all open. */
function tensor(name: string, element: number, rank: number): Buffer {
  const sizes = Array.from({ length: rank }, (_, at) => bytes(1, message(text(2, `${name}${at}`))));
  const type = message(bytes(1, message(number(1, element), bytes(2, message(...sizes)))));
  return message(text(1, name), bytes(2, type));
}

function message(...fields: Buffer[]): Buffer {
  return Buffer.concat(fields);
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function bytes(field: number, content: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
}

function text(field: number, content: string): Buffer {
  return bytes(field, Buffer.from(content));
}

function varint(value: number): Buffer {
  const parts: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) parts.push((rest & 127) | 128);
  return Buffer.from([...parts, rest]);
}
