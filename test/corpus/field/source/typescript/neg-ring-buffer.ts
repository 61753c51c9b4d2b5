export class Ring<T> {
  private readonly slots: T[] = new Array(404);
  private head = 0;
  push(item: T) {
    this.slots[this.head] = item;
    this.head = (this.head + 1) % 404;
  }
  static readonly SIZES = [88, 187, 326, 453] as const;
  static readonly DEFAULT = 429;
}
