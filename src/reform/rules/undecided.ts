import { say, type Text } from '../../kernel/text.ts'

interface Undecided {
  readonly code: string
  readonly title: Text
  /** Which fact is missing from register and plan. */
  readonly because: Text
}

const row = (code: string, title: Text, because: Text): Undecided => ({ code, title, because })

/** Rows of the rule book that no register and no plan can decide: they stay a person's work, and are said to be. */
export const undecided: readonly Undecided[] = [
  row(
    'P7',
    say('职责争议：协商一致的备案，不一致的由编办提出意见、报政府决定', 'Disputes about duties'),
    say(
      '部门之间是否有争议、是否协商一致，不在台账和方案中',
      'Whether two bodies disagree is in neither register nor plan',
    ),
  ),
  row(
    'P10',
    say('上级部门不得要求下级设立对口机构', 'No department above may demand a counterpart below'),
    say(
      '上级提过什么要求，不在台账和方案中；宜逐件登记',
      'What was demanded is not in the register; such demands are logged one by one',
    ),
  ),
  row(
    'P12',
    say('机构编制年度统计真实，违规行为处分', 'Yearly statistics are true; violations are disciplined'),
    say(
      '事后的统计和处分，不是方案的内容',
      'Statistics and discipline come afterwards; they are not part of a plan',
    ),
  ),
  row(
    'Q13',
    say('晋升职级的任职年限', 'Years in a rank before promotion'),
    say(
      '台账只有现职级，没有任职起始日和年度考核结果',
      'The register has ranks, but neither their first day nor the yearly reviews',
    ),
  ),
  row(
    'Q14',
    say('职级与级别的对应', 'Ranks and the levels they cover'),
    say('台账没有公务员级别', 'The register does not have the level of an official'),
  ),
  row(
    'Q16',
    say('年度考核优秀等次比例', 'Share of “excellent” in the yearly review'),
    say('台账没有年度考核结果', 'The register has no yearly reviews'),
  ),
  row(
    'H1',
    say('任职回避（亲属）', 'Kin may not work in a direct line'),
    say(
      '亲属关系是个人隐私，不进台账；合并后的每个单位应另行排查',
      'Kinship is private and not in the register; each merged unit is checked apart',
    ),
  ),
  row(
    'H2',
    say('地域回避', 'Heads do not serve where they come from'),
    say('台账没有籍贯、成长地', 'The register does not say where people come from'),
  ),
  row(
    'H3',
    say('处分期内不得晋升', 'No promotion while a sanction lasts'),
    say('台账没有处分记录', 'The register has no sanctions'),
  ),
  row(
    'H4',
    say('拒绝合理安排的辞退，须有书面记录', 'Who refuses a reasonable post may be dismissed, on record'),
    say(
      '安排是否合理、是否拒绝，须个案认定',
      'Whether an offer was reasonable and refused is judged case by case',
    ),
  ),
  row(
    'H5',
    say('自愿辞去领导职务须本人申请', 'Resignation from a leading post is one’s own'),
    say('是否自愿，不在台账和方案中', 'Whether it was free is in neither register nor plan'),
  ),
  row(
    'H6',
    say(
      '事业人员进入公务员队伍只能考录或调任',
      'From an institution into the civil service only by exam or transfer',
    ),
    say(
      '方案的各类事项都不改变人员的编制类别；混用由 Q3 判定',
      'No operation of a plan changes a person’s kind of post; mixing is judged by Q3',
    ),
  ),
  row(
    'H7',
    say('事业单位聘用合同只能依法解除', 'Contracts of institution staff end only by law'),
    say(
      '方案的各类事项都不解除聘用；合同期限不在台账',
      'No operation ends a contract; their terms are not in the register',
    ),
  ),
  row(
    'H8',
    say('提前退休条件', 'Conditions of early retirement'),
    say('方案的各类事项都不办理退休', 'No operation retires anybody'),
  ),
  row(
    'H9',
    say('干部选拔任用程序、公示、试用', 'Promotion: procedure, publicity and probation'),
    say(
      '任免的内部程序不在方案中；政府部门正职由 P6 判定',
      'The inner procedure is not part of a plan; heads of departments are judged by P6',
    ),
  ),
  row(
    'H10',
    say('借调、跟班学习期限', 'Secondments end'),
    say('台账没有借调起止日期', 'The register has no days of secondment'),
  ),
]
