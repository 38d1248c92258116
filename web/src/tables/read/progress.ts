/** Called with how much of a whole is done, in bytes. */
export type OnProgress = (done: number, total: number) => void;
