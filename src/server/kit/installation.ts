import type { OidcSetting } from '../oidc/setting.ts'
import type { Metrics } from '../operations/metrics.ts'

/** How this installation was started: what every route may need to know and none may change. */
export interface Installation {
  /** The demonstration county with an account for each role; loopback only. */
  readonly isDemo: boolean
  /** Functions and structure of its counties are published: everybody may read them (政府信息公开条例 art. 20 (2)). */
  readonly publishes: boolean
  readonly version: string
  /** Providers of identities; when it is left out the environment says (SANDING_OIDC). */
  readonly oidc?: OidcSetting
  /** True while the disk is nearly full: then nothing is written. */
  isReadOnly(): boolean
  /** True once it was told to stop: what was begun is ended, nothing new is begun. */
  isStopping(): boolean
  /** Free bytes on the disk of the data folder; undefined when the records lie on a machine of their own. */
  freeBytes(): number | undefined
  readonly metrics: Metrics
}
