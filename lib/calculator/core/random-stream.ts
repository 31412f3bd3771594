const BUFFER = 4096;
const UINT32 = 2 ** 32;

/**
 * Seeded chance: xoshiro128** (Blackman and Vigna, 2018), its state filled by splitmix32. The same seed gives the same
 * numbers in Node, in a thread and in the browser. Normals come by Box and Muller, made a buffer at a time.
 */
export class RandomStream {
  private readonly state = new Uint32Array(4);
  private readonly normals = new Float64Array(BUFFER);
  private used = BUFFER;

  constructor(seed: number) {
    let mixed = seed >>> 0;
    for (let word = 0; word < 4; word++) {
      mixed = (mixed + 0x9e3779b9) | 0;
      let bits = mixed ^ (mixed >>> 16);
      bits = Math.imul(bits, 0x21f0aaad);
      bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
      this.state[word] = bits ^ (bits >>> 15);
    }
  }

  /** Evenly spread in (0, 1). */
  uniform(): number {
    const state = this.state;
    const s0 = state[0] as number;
    const s1 = state[1] as number;
    const s2 = state[2] as number;
    const s3 = state[3] as number;
    const five = Math.imul(s1, 5);
    const drawn = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const t2 = s2 ^ s0;
    const t3 = s3 ^ s1;
    state[1] = s1 ^ t2;
    state[0] = s0 ^ t3;
    state[2] = t2 ^ (s1 << 9);
    state[3] = (t3 << 11) | (t3 >>> 21);
    return (drawn + 0.5) / UINT32;
  }

  /** Standard normal. */
  normal(): number {
    if (this.used === BUFFER) this.fill();
    return this.normals[this.used++] as number;
  }

  private fill(): void {
    for (let index = 0; index < BUFFER; index += 2) {
      const radius = Math.sqrt(-2 * Math.log(this.uniform()));
      const angle = 2 * Math.PI * this.uniform();
      this.normals[index] = radius * Math.cos(angle);
      this.normals[index + 1] = radius * Math.sin(angle);
    }
    this.used = 0;
  }
}
