import type { ComponentType } from 'react'
import { Unavailable } from '../model/ask.ts'
import { useLoading } from '../model/use-loading.ts'
import { FailedState, LoadingState } from './states.tsx'

/** A page that is a piece of its own; `ahead` brings it before anybody goes to it. */
export interface Later<Props> {
  readonly Page: ComponentType<Props>
  ahead(): Promise<void>
}

/**
 * Browsers keep a piece that failed, and only a page that is opened anew asks for it again. Nothing is lost by that: the
 * view is in the address, drafts are in the storage. While the server is gone the page stays as it is.
 */
const anew = async (tellAgain: () => void): Promise<void> => {
  const answer = await fetch(document.baseURI, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  if (answer?.ok === true) window.location.reload()
  else tellAgain()
}

/**
 * A page that comes when it is gone to; what is read first does not wait for it. While it is on its way it can be given
 * up, and when it does not come (the line is down) it says so and can be asked for again.
 */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> => {
  let kept: ComponentType<Props> | undefined
  const bring = async () => {
    try {
      kept = await load()
    } catch {
      throw new Unavailable('unreachable')
    }
    return kept
  }
  const Page = (props: Props) => {
    const { loading, retry, cancel } = useLoading(kept === undefined ? bring : undefined)
    const Found = kept
    if (Found !== undefined) return <Found {...props} />
    if (loading.state === 'failed' || loading.state === 'cancelled')
      return (
        <FailedState
          reason={loading.state === 'failed' ? loading.reason : 'cancelled'}
          id=""
          onRetry={loading.state === 'failed' ? () => void anew(retry) : retry}
        />
      )
    return <LoadingState onCancel={cancel} />
  }
  return { Page, ahead: () => bring().then(() => undefined) }
}
