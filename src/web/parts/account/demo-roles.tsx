import { useCommand } from '../../model/use-command.ts'
import { useAround } from '../../model/use-who.ts'
import { type DemoAccounts, signIn } from '../../model/who.ts'
import { useWords } from '../words.tsx'
import { RefusalNote } from './refusal.tsx'

/** The roles of a demonstration, each a button that signs in as its account. */
export const DemoRoles = ({
  accounts,
  onDone,
}: {
  readonly accounts: DemoAccounts
  readonly onDone?: () => void
}) => {
  const { pick } = useWords()
  const { who, arrive, enterAs, changeSession } = useAround()
  const commanding = useCommand()
  return (
    <>
      <RefusalNote refusal={commanding.refusal} />
      <ul className="roles">
        {accounts.map(({ role, roleName, user, password }) => (
          <li key={user}>
            <button
              type="button"
              aria-pressed={who?.account?.username === user}
              onClick={async () => {
                const answer = await commanding.run(() => changeSession(() => signIn(user, password)))
                if (answer === undefined || 'secondFactorNeeded' in answer.value) return
                enterAs(role)
                arrive(answer.value)
                onDone?.()
              }}
            >
              {pick(roleName)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
