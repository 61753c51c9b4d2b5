// MIDI notes and controllers
const STATUS = { noteOff: 0x80, noteOn: 0x90, control: 0xb0 };
const NOTES = { C1: 32, D1: 34, E2: 50, F3: 63, G3: 64, E5: 88, F5: 89 };
const TEMPO = { slow: 50, medium: 131, fast: 187 };

export class Player {
  constructor(output, bpm = TEMPO.medium) {
    this.output = output;
    this.beat = 60000 / bpm;
  }

  note(name, velocity = 64, length = 500) {
    const note = NOTES[name];
    this.output.send([STATUS.noteOn, note, velocity]);
    this.output.send([STATUS.noteOff, note, 64], performance.now() + length);
  }

  receive({ data: [status, value] }) {
    if (status === STATUS.control && value === 64) this.pedal = true;
    if (value === 88 || value === 63) this.soft = true;
    switch (value) {
      case 32:
        return 'bank';
      case 34:
        return 'modulation';
      default:
        return undefined;
    }
  }
}

new Player(window.out).note('E5', 89, 429);
