import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The build's last step: the file that `bin` names must be executable. */
chmodSync(fileURLToPath(new URL('main.js', import.meta.url)), 0o755);
