import type { Installation } from '../kit/installation.ts'
import { type FreeSpace, freeSpaceOf } from './free-space.ts'
import { Metrics } from './metrics.ts'

/** An installation together with the one thing that changes in it: it can be told to stop. */
export interface RunningInstallation extends Installation {
  beginStopping(): void
}

/** An installation as it is started. */
export const installationOf = ({
  isDemo,
  publishes = isDemo,
  version,
  space = freeSpaceOf(undefined),
}: {
  readonly isDemo: boolean
  /** A demonstration publishes by itself; others only when they are told to. */
  readonly publishes?: boolean
  readonly version: string
  readonly space?: FreeSpace
}): RunningInstallation => {
  let isStopping = false
  return {
    isDemo,
    publishes,
    version,
    metrics: new Metrics(),
    isReadOnly: () => space.isShort(),
    freeBytes: () => space.bytes(),
    isStopping: () => isStopping,
    beginStopping: () => {
      isStopping = true
    },
  }
}
