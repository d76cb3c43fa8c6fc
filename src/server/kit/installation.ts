/** How this installation was started: what every route may need to know and none may change. */
export interface Installation {
  /** The demonstration county with an account for each role; loopback only. */
  readonly isDemo: boolean
  readonly version: string
  /** True while the disk is nearly full: then nothing is written. */
  isReadOnly(): boolean
}
