import net from 'node:net';
import { createInterface } from 'node:readline';

/** Numerics of IRC that the switchboard knows. */
export const numerics = {
  ERR_NOSUCHNICK: 401,
  ERR_NOSUCHCHANNEL: 403,
  ERR_CANNOTSENDTOCHAN: 404,
  ERR_NOMOTD: 422,
  ERR_ERRONEUSNICKNAME: 432,
  ERR_NICKNAMEINUSE: 433,
  ERR_NOTREGISTERED: 451,
  ERR_PASSWDMISMATCH: 464,
  ERR_CHANNELISFULL: 471,
  ERR_BANNEDFROMCHAN: 474,
  ERR_UMODEUNKNOWNFLAG: 501,
} as const;

const FLOOD_MS = 450;
const LINE_BYTES = 512;

interface Line {
  prefix?: string;
  command: string;
  params: string[];
}

export function parse(line: string): Line {
  const [, prefix, command = '', rest = ''] = /^(?::(\S+) )?(\S+) ?(.*)$/.exec(line.slice(0, LINE_BYTES)) ?? [];
  return { prefix, command, params: rest.split(' ') };
}

export class Switchboard {
  #socket: net.Socket;
  #nick: string;
  #errors = 0;

  constructor(host: string, nick: string, port = 6667) {
    this.#nick = nick;
    this.#socket = net.connect({ host, port, timeout: 500 * 1000 });
    this.#socket.write(`NICK ${nick}\r\nUSER ${nick} 0 * :board\r\n`);
    createInterface(this.#socket).on('line', (line) => this.#hear(parse(line)));
  }

  #hear({ command, params }: Line) {
    const code = Number(command);
    if (command === 'PING') this.#socket.write(`PONG ${params[0]}\r\n`);
    if (code >= 400 && code < 600) this.#errors++;
    switch (code) {
      case 433:
        this.#nick += '_';
        this.#socket.write(`NICK ${this.#nick}\r\n`);
        break;
      case 401:
      case 403:
        console.warn('nobody there', params[1]);
        break;
      case 404:
        console.warn('the channel is moderated');
        break;
      case 422:
        break;
      case 464:
        throw new Error('wrong password');
      default:
        if (this.#errors > 50) this.#socket.end('QUIT :too many errors\r\n');
    }
  }

  say(channel: string, text: string) {
    setTimeout(() => this.#socket.write(`PRIVMSG ${channel} :${text}\r\n`), FLOOD_MS);
  }
}
