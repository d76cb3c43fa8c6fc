import type { Session } from './session.ts'

/** Whether the county says of itself that it is invented: its plan is marked 示例. */
export const isSample = ({ plan }: Session): boolean =>
  plan !== undefined && `${plan.title}${plan.authority}`.includes('示例')
