import { number } from '../../../kernel/text.ts'
import { sum } from '../../../register/queries.ts'
import { tableMoney } from '../../format.ts'
import { terms } from '../../model/register/terms.ts'
import { useWords } from '../words.tsx'
import { CardTable } from './card-table.tsx'
import type { SheetParts } from './unit-sheet.tsx'

/** 用房, 经费, 印章, 档案, 合同. */
export const HoldingParts = ({ parts: { register, unit } }: { readonly parts: SheetParts }) => {
  const { t, pick, language } = useWords()
  const money = (yuan: number) => {
    const { value, suffix } = tableMoney(yuan, language)
    return `${value} ${suffix}`.trim()
  }
  const of = unit.id
  const premises = register.premises.heldBy(of)
  const budget = register.budget.heldBy(of)
  const contracts = register.contracts.heldBy(of)
  const archives = register.archives.heldBy(of)
  return (
    <>
      <CardTable
        id="premises"
        title={t('regPremises')}
        columns={[
          { head: t('regBuilding') },
          { head: t('regRoom') },
          { head: t('regUse') },
          { head: t('regSquareMetres'), isNumber: true },
        ]}
        rows={premises.map((each) => [
          each.building,
          each.room,
          pick(terms.use[each.use]),
          number(each.areaM2),
        ])}
        total={[t('total'), '', '', number(sum(premises, ({ areaM2 }) => areaM2))]}
      />
      <CardTable
        id="budget"
        title={t('regBudget')}
        columns={[{ head: t('regName') }, { head: t('regItem') }, { head: t('regYearly'), isNumber: true }]}
        rows={budget.map((each) => [each.name, pick(terms.item[each.item]), money(each.amountYuan)])}
        total={[t('total'), '', money(sum(budget, ({ amountYuan }) => amountYuan))]}
      />
      <CardTable
        id="seals"
        title={t('regSeals')}
        columns={[{ head: t('regSealText') }, { head: t('regState') }]}
        rows={register.seals.heldBy(of).map(({ name, state }) => [name, pick(terms.seal[state])])}
      />
      <CardTable
        id="archives"
        title={t('regArchives')}
        columns={[{ head: t('regName') }, { head: t('regVolumes'), isNumber: true }]}
        rows={archives.map(({ name, volumes }) => [name, number(volumes)])}
        total={[t('total'), number(sum(archives, ({ volumes }) => volumes))]}
      />
      <CardTable
        id="contracts"
        title={t('regContracts')}
        columns={[{ head: t('regName') }, { head: t('regEndsOn') }, { head: t('regAmount'), isNumber: true }]}
        rows={contracts.map(({ name, endsOn, amountYuan }) => [name, endsOn ?? '—', money(amountYuan)])}
        total={[t('total'), '', money(sum(contracts, ({ amountYuan }) => amountYuan))]}
      />
    </>
  )
}
