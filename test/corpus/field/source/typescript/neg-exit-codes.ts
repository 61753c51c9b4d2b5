import { spawn } from 'node:child_process';
const child = spawn('make', ['-j', '4']);
child.on('exit', (code, signal) => {
  if (code === 0) return;
  if (code === 127) console.error('not installed');
  process.exit(code === 2 ? 40 : 1);
});
