import { useMemo } from 'react'
import type { OperationName } from '../../../../reform/operations/index.ts'
import type { FormField } from '../../../model/forms/field.ts'
import { isRepeatable } from '../../../model/forms/repeats.ts'
import { useWords } from '../../words.tsx'
import { UnitsControl } from './units-control.tsx'
import type { Writing } from './writing.ts'

/** The same for further units: one line each, written at once. */
export const RepeatField = ({
  operation,
  writing,
  others,
  setOthers,
}: {
  readonly operation: OperationName
  readonly writing: Writing
  readonly others: readonly string[]
  readonly setOthers: (units: readonly string[]) => void
}) => {
  const { t } = useWords()
  const field = useMemo(
    (): FormField => ({
      key: 'others',
      label: { zh: t('repeatLabel'), en: t('repeatLabel') },
      help: { zh: t('repeatHelp'), en: t('repeatHelp') },
      control: { kind: 'id', of: { table: 'units' }, isMany: true },
      isRequired: false,
      isMore: true,
    }),
    [t],
  )
  if (!isRepeatable(operation)) return null
  const own: Writing = {
    ...writing,
    filling: { others },
    set: (_, value) => setOthers(Array.isArray(value) ? value.map(String) : []),
    remarksAt: () => [],
  }
  return (
    <details className="form-more">
      <summary>{t('repeatTitle')}</summary>
      <div>
        <UnitsControl writing={own} field={field} path={['others']} />
      </div>
    </details>
  )
}
