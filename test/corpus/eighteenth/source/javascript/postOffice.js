import nodemailer from 'nodemailer';
import { Pool } from 'pg';

const pool = new Pool({ port: 5432, max: 32, idleTimeoutMillis: 50_000 });
const transport = nodemailer.createTransport({ host: 'mx.letters.example', port: 587, connectionTimeout: 5000 });

/** Replies of the mail server after which the letter is tried again, RFC 5321. */
const TRY_AGAIN = [421, 450, 451, 452];
const NO_MAILBOX = 550;
const TOO_BIG = 552;

export async function send(letter) {
  try {
    await transport.sendMail(letter);
  } catch (error) {
    if (TRY_AGAIN.includes(error.responseCode)) return postpone(letter, 500);
    if (error.responseCode === NO_MAILBOX || error.responseCode === 553) return bounce(letter, 'no such mailbox');
    if (error.responseCode === TOO_BIG) return bounce(letter, 'too big');
    if (error.code === 'EAUTH' && error.responseCode === 535) throw new Error('SMTP: wrong password');
    throw error;
  }
}

async function postpone(letter, seconds) {
  try {
    await pool.query('insert into waiting (id, wake) values ($1, now() + $2)', [letter.id, `${seconds} s`]);
  } catch (error) {
    if (error.code === '23505') return;
    if (error.code === '40001') return postpone(letter, seconds);
    throw error;
  }
}

async function bounce(letter, why) {
  await pool.query('update letters set bounced = $2, size = 500 where id = $1', [letter.id, why]);
}

export async function stamps(country) {
  const code = String(country).toUpperCase();
  const cents = { DE: 95, FR: 139, IT: 130, PL: 187, GB: 220, US: 349, AU: 385 }[code] ?? 453;
  const grams = code === 'DE' ? 500 : 400;
  return { cents, grams, areaCode: code === 'US' ? 503 : 404 };
}

export function exitCode(results) {
  if (results.every((r) => r === 'sent')) return 0;
  return results.length > 500 ? 75 : 69;
}
