import type { ErrorCode } from 'yaml'
import { say, type Text } from '../kernel/text.ts'

/** What is wrong with a plan file as YAML, and what to do, in words of our own: those of a parser are for programmers. */
type Fault = readonly [message: Text, remedy: Text]

const mend = say('改正此处。', 'Correct this place.')
const plainly = say('直接写值。', 'Write the value itself.')

const indentation: Fault = [
  say('缩进不对，或括号没有闭合', 'The indentation is wrong, or a bracket is not closed'),
  say(
    '同级的各行左端对齐，括号成对。',
    'Let lines of one level begin at one column, and close every bracket.',
  ),
]
const brokenKey: Fault = [
  say(
    '此处像是“键: 值”，但缩进或换行不对',
    'This looks like `key: value`, but its indentation or line is wrong',
  ),
  say(
    '键与冒号写在同一行，同级对齐；值中有“: ”的，加引号。',
    'Write key and colon on one line, level with the others; put a value that contains “: ” in quotation marks.',
  ),
]
const anchored: Fault = [
  say('方案文件不用锚点和别名（& *）', 'A plan file does not use anchors and aliases (& *)'),
  say(
    '把内容写全；以 & 或 * 开头的文字，加引号。',
    'Write it out; put text that begins with & or * in quotation marks.',
  ),
]
const tagged: Fault = [
  say('方案文件不用标签（!）', 'A plan file does not use tags (!)'),
  say(
    '删去标签；以 ! 开头的文字，加引号。',
    'Remove the tag; put text that begins with ! in quotation marks.',
  ),
]
const unreadable: Fault = [say('此处无法读懂', 'This cannot be understood'), mend]

/** Told for an anchor or alias wherever one stands. */
export const aliasFault = anchored

/** A line that begins with % before the plan: it would change what the words after it mean. */
export const directiveFault: Fault = [
  say('方案文件不用指令（以 % 开头的行）', 'A plan file does not use directives (lines that begin with %)'),
  say('删去此行；从 sanding: 1 写起。', 'Remove this line; begin with `sanding: 1`.'),
]

const faults: Readonly<Record<ErrorCode, Fault>> = {
  ALIAS_PROPS: anchored,
  BAD_ALIAS: anchored,
  MULTIPLE_ANCHORS: anchored,
  BAD_DIRECTIVE: directiveFault,
  BAD_DQ_ESCAPE: [
    say('双引号内有不认识的 \\ 写法', 'An escape with \\ inside double quotation marks is not known'),
    say('改用单引号，或写成 \\\\。', 'Use single quotation marks, or write \\\\.'),
  ],
  BAD_INDENT: indentation,
  TAB_AS_INDENT: [say('缩进用了制表符', 'A tab is used for indentation'), say('改用空格。', 'Use spaces.')],
  BAD_PROP_ORDER: unreadable,
  BAD_SCALAR_START: [
    say('文字不能以此符号开头', 'A text cannot begin with this character'),
    say('给这段文字加引号。', 'Put the text in quotation marks.'),
  ],
  BLOCK_AS_IMPLICIT_KEY: brokenKey,
  MULTILINE_IMPLICIT_KEY: brokenKey,
  BLOCK_IN_FLOW: [
    say(
      '括号内不能分行写“- ”或“键: 值”',
      'Inside brackets, “- ” or `key: value` cannot stand on lines of their own',
    ),
    say(
      '括号内用逗号分开，或全部改为分行写。',
      'Separate with commas inside brackets, or write without brackets.',
    ),
  ],
  DUPLICATE_KEY: [
    say('同一处重复写了这一项', 'This key is written twice in one place'),
    say('只留一个。', 'Keep one of the two.'),
  ],
  KEY_OVER_1024_CHARS: [say('键过长', 'The key is too long'), mend],
  MISSING_CHAR: [
    say(
      '此处缺少符号（冒号、逗号、引号、空格或 ---）',
      'A mark is missing here (colon, comma, quotation mark, space or ---)',
    ),
    say('补上；引号和括号要成对。', 'Add it; quotation marks and brackets come in pairs.'),
  ],
  MULTIPLE_DOCS: [
    say(
      '一个文件里写了不止一份内容（多出 --- 或 ...）',
      'The file holds more than one document (a --- or ... too many)',
    ),
    say('一个文件只写一份方案。', 'Write one plan in a file.'),
  ],
  NON_STRING_KEY: [
    say('键应是文字', 'A key must be text'),
    say('改为文字，如 title: …', 'Write text, such as `title: …`'),
  ],
  TAG_RESOLVE_FAILED: tagged,
  BAD_COLLECTION_TYPE: tagged,
  MULTIPLE_TAGS: tagged,
  UNEXPECTED_TOKEN: [
    say('此处多出一个符号，或缺少值', 'A mark too many here, or a value is missing'),
    say('删去多余的符号，或补上值。', 'Remove it, or give the value.'),
  ],
  RESOURCE_EXHAUSTION: [
    say('方案文件嵌套过深', 'The plan file is nested too deeply'),
    say('拆成几个方案文件。', 'Divide it into several plan files.'),
  ],
  IMPOSSIBLE: [say('此处无法读懂', 'This cannot be understood'), plainly],
}

/** Slips of a Chinese keyboard and of the hand, told from the line they stand on; the first that fits is the cause. */
const slips: readonly (readonly [pattern: RegExp, fault: Fault])[] = [
  [
    /^\s*(?:- +)?[\p{L}\w.-]+\s*：/u,
    [
      say('冒号是全角的“：”', 'The colon is a full-width “：”'),
      say('改为半角冒号加空格“: ”。', 'Write a plain colon and a space, “: ”.'),
    ],
  ],
  [
    /^\s*(?:- +)?[A-Za-z][\w.-]*:[^\s:]/,
    [
      say('冒号后面缺少空格', 'The space after the colon is missing'),
      say('写成“键: 值”。', 'Write `key: value`.'),
    ],
  ],
  [/^\s*\t/, [say('缩进用了制表符', 'A tab is used for indentation'), say('改用空格。', 'Use spaces.')]],
  [
    /[，、“”‘’；]/u,
    [
      say('此行有全角标点', 'This line has full-width punctuation'),
      say(
        '列表用半角逗号和直引号；文字中的标点放在引号内。',
        'Use plain commas and straight quotation marks; put punctuation of the text in quotation marks.',
      ),
    ],
  ],
]

/** The slip that explains a fault on this line, if it is one of the common ones. */
export const slipOn = (line: string): Fault | undefined => slips.find(([pattern]) => pattern.test(line))?.[1]

/** A fault of a YAML file in plain words; a key that stands twice is named. */
export const faultOf = (code: ErrorCode, written: string): Fault => {
  const [message, remedy] = faults[code] ?? unreadable
  const key = code === 'DUPLICATE_KEY' ? /^["']?([^\s"':,{}[\]]{1,40})/.exec(written)?.[1] : undefined
  return key === undefined
    ? [message, remedy]
    : [say(`“${key}”在同一处写了两次`, `“${key}” is written twice in one place`), remedy]
}
