/** The door of the audit module: the pipeline's auditor. */
export { auditor } from './auditor.ts';
