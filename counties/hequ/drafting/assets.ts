import type { Register } from '../../../src/register/register.ts'
import { institutionsWithWing, organsWithWing } from '../generator/holdings.ts'
import { chapter, long, remark, short } from './yaml.ts'

/** Rooms, money and seals. */
export const assetLines = (before: Register, after: Register): string => {
  const closed = new Set([...after.units.values()].filter((unit) => unit.closedOn).map((unit) => unit.id))
  const seals = (kind: 'organ' | 'other') =>
    [...before.seals.values()]
      .filter(
        (seal) =>
          closed.has(seal.unit) && (before.units.get(seal.unit)?.counts === 'organ') === (kind === 'organ'),
      )
      .map((seal) => seal.id)
  return [
    chapter('十一、用房、经费、印章 Rooms, money, seals'),
    remark('腾出的办公用房交资产池，用于社区活动、社会事业和公共服务'),
    long({
      op: 'transfer-premises',
      on: '2021-06-30',
      premises: organsWithWing.map((unit) => `r-${unit}-90`),
      to: 'asset-pool',
    }),
    long({
      op: 'transfer-premises',
      on: '2021-06-30',
      premises: institutionsWithWing.map((unit) => `r-${unit}-90`),
      to: 'asset-pool',
    }),
    remark('一个单位一份机构定额，多出的核销'),
    short({ op: 'consolidate-budget', on: '2021-01-01', item: 'operatingFixed' }),
    remark('撤并单位的旧印章缴销；合署机关的印章保留'),
    long({ op: 'surrender-seals', on: '2020-12-31', seals: seals('organ') }),
    long({ op: 'surrender-seals', on: '2021-03-31', seals: seals('other') }),
  ].join('')
}
