#!/usr/bin/env node
import { processIo } from './io.js';
import { main } from './program.js';

// A reader that has seen enough (`leucell model | head`) closes the pipe: that is not a failure.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });

process.exitCode = await main(process.argv.slice(2), processIo());
