import { join } from 'node:path';

/** Where a dataset is while it is being written. */
export const partialOf = (folder: string): string => `${folder.replace(/[/\\]+$/, '')}.partial`;

/** The folder that a dataset has or will have, however it was named. */
export const wholeOf = (folder: string): string => folder.replace(/(\.partial)?[/\\]*$/, '');

/** Where a table is while the run goes on, and where it is in the end. */
export const streamPath = (folder: string, table: string): string => join(folder, `${table}.arrows`);
export const fileOf = (table: string): string => `${table}.arrow`;
