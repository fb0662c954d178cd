/** How a caller names the place of a pack. */
import { z } from 'zod';

/** The longest path of Linux is 4096; no address of a repository comes near. */
export const placeSchema = z
  .string()
  .trim()
  .min(1)
  .max(4096)
  .describe('Folder of the pack, or an address git can clone, with #branch or #tag if wanted')
  .meta({ localPath: true });
