/** Waits for the user's next action in the page, for what a browser allows only then. */
export class Gesture {
  private readonly came = (): void => {
    this.ignore();
    this.act();
  };

  constructor(private readonly act: () => void) {}

  await(): void {
    document.addEventListener("pointerup", this.came, true);
    document.addEventListener("keydown", this.came, true);
  }

  ignore(): void {
    document.removeEventListener("pointerup", this.came, true);
    document.removeEventListener("keydown", this.came, true);
  }
}
