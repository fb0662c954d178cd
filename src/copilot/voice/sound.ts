/** What kind of sound some bytes are, told from their beginning; null when they are none. */

export interface KindOfSound {
  readonly mediaType: string;
  readonly ending: string;
}

type Rule = readonly [(head: string) => boolean, KindOfSound];

/** What browsers record and phones send, each read by every Whisper server. */
const RULES: readonly Rule[] = [
  [(head) => head.startsWith('\x1a\x45\xdf\xa3'), { mediaType: 'audio/webm', ending: 'webm' }],
  [(head) => head.startsWith('OggS'), { mediaType: 'audio/ogg', ending: 'ogg' }],
  [(head) => /^RIFF....WAVE/s.test(head), { mediaType: 'audio/wav', ending: 'wav' }],
  [(head) => head.startsWith('fLaC'), { mediaType: 'audio/flac', ending: 'flac' }],
  [(head) => /^....ftyp/s.test(head), { mediaType: 'audio/mp4', ending: 'm4a' }],
  [(head) => /^(?:ID3|\xff[\xf2\xf3\xfa\xfb])/.test(head), { mediaType: 'audio/mpeg', ending: 'mp3' }],
];

export function kindOfSound(bytes: Buffer): KindOfSound | null {
  const head = bytes.subarray(0, 16).toString('latin1');
  return RULES.find(([matches]) => matches(head))?.[1] ?? null;
}
