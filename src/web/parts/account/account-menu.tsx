import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { roles } from '../../../rights/role.ts'
import { useCommand } from '../../model/use-command.ts'
import { useLoading } from '../../model/use-loading.ts'
import { useAround } from '../../model/use-who.ts'
import { fetchDemoAccounts, signOut, type Who } from '../../model/who.ts'
import { useWords, type Words } from '../words.tsx'
import { DemoRoles } from './demo-roles.tsx'
import { RefusalNote } from './refusal.tsx'

/** The roles of an account in words, each once. */
const rolesText = ({ grants }: Who, { pick, t, language }: Words): string =>
  [...new Set(grants.map(({ role }) => pick(roles[role])))].join(language === 'zh' ? '、' : ', ') ||
  t('noRole')

/** Who one is, and what can be done about it: the other roles of a demonstration, one's own account, signing out. */
export const AccountMenu = ({ who, onOwn }: { readonly who: Who; readonly onOwn: () => void }) => {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [isOpen])
  const close = () => {
    setOpen(false)
    toggle.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    close()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the buttons inside
    <div className="account-menu" ref={box} onKeyDown={onKeyDown}>
      <button
        ref={toggle}
        type="button"
        className="menu-toggle"
        aria-expanded={isOpen}
        aria-controls="account-panel"
        onClick={() => setOpen(!isOpen)}
      >
        <span className="menu-who">{rolesText(who, words)}</span>
        <span className="menu-name">{who.isDemo ? who.account?.username : who.account?.displayName}</span>
        <span aria-hidden="true">▾</span>
      </button>
      <div id="account-panel" className="menu-panel" hidden={!isOpen}>
        {isOpen && <MenuPanel who={who} onOwn={onOwn} onDone={close} />}
      </div>
    </div>
  )
}

const MenuPanel = ({
  who,
  onOwn,
  onDone,
}: {
  readonly who: Who
  readonly onOwn: () => void
  readonly onDone: () => void
}) => {
  const { t } = useWords()
  const { leave } = useAround()
  const commanding = useCommand()
  return (
    <>
      <p className="note">{t('signedInAs', { name: who.account?.username ?? '' })}</p>
      {who.isDemo && <Roles onDone={onDone} />}
      <div className="menu-end">
        <button
          type="button"
          className="link"
          onClick={() => {
            onOwn()
            onDone()
          }}
        >
          {t('ownAccount')}
        </button>
        <button
          type="button"
          className="link"
          onClick={async () => {
            if ((await commanding.run(signOut)) !== undefined) leave()
          }}
        >
          {t('signOut')}
        </button>
      </div>
      <RefusalNote refusal={commanding.refusal} />
    </>
  )
}

const Roles = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useWords()
  const { loading } = useLoading(fetchDemoAccounts)
  if (loading.state !== 'ready') return null
  return (
    <>
      <h2>{t('demoRoles')}</h2>
      <DemoRoles accounts={loading.value} onDone={onDone} />
    </>
  )
}
