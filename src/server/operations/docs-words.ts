import { say, type Text } from '../../kernel/text.ts'

/** What the page of the API says by itself, in both languages. */
export const words = {
  title: say('三定 · 接口说明', 'Sanding · the API'),
  other: say('English', '中文'),
  machine: say('OpenAPI 3.1 文件', 'OpenAPI 3.1 document'),
  how: say('怎样使用', 'How to use it'),
  contents: say('目录', 'Contents'),
  shapes: say('数据结构', 'Shapes'),
  roles: say('可用角色', 'Roles'),
  everybody: say('任何人', 'everybody'),
  parameters: say('参数', 'Parameters'),
  body: say('请求内容', 'Body'),
  example: say('示例', 'Example'),
  answers: say('回答', 'Answers'),
  refusals: say('通用的拒绝', 'Refusals that most share'),
  name: say('名称', 'Name'),
  place: say('位置', 'Where'),
  shape: say('格式', 'Shape'),
  note: say('说明', 'Note'),
  required: say('必填', 'required'),
  path: say('地址', 'path'),
  query: say('查询', 'query'),
  header: say('头部', 'header'),
  list: say('列表', 'list of'),
  characters: say('个字符', 'characters'),
  items: say('项', 'items'),
  pattern: say('样式', 'pattern'),
  anything: say('任意值', 'anything'),
} as const satisfies Record<string, Text>

/** What every caller has to know before the first request. */
export const rules: readonly Text[] = [
  say(
    '登录：POST /api/auth/sign-in/username，成功后由 Cookie 标识；更改类请求须来自同一网站。',
    'Sign in with POST /api/auth/sign-in/username; a cookie says who you are from then on. Whatever changes anything must come from the same origin.',
  ),
  say(
    '更改类请求可带 Idempotency-Key：同一键再发，得同一回答，不会做两次。',
    'Send an Idempotency-Key with whatever changes anything: the same key again gets the same answer and is not done twice.',
  ),
  say(
    '拒绝按 RFC 9457 作答（application/problem+json），codes 与 findings 逐条说明缘由和办法。',
    'A refusal is an RFC 9457 problem; its codes and findings say why, one by one, and what to do.',
  ),
  say('无权看的与不存在的，回答相同：404。', 'What you may not see is answered like what is not there: 404.'),
  say(
    '内容为 UTF-8 的 JSON，不认识的字段会被拒绝。',
    'Content is JSON in UTF-8; unknown fields are refused.',
  ),
]

/** The chapters of the API, by their tags. */
export const chapters: Readonly<Record<string, Text>> = {
  operations: say('运行', 'Running it'),
  session: say('登录与会话', 'Signing in'),
  account: say('本人账户', 'One’s own account'),
  accounts: say('账户与权限', 'Accounts and rights'),
  counties: say('县', 'Counties'),
  register: say('台账', 'The register'),
  journal: say('日志', 'The journal'),
  audit: say('审计', 'The audit'),
  plans: say('方案', 'Plans'),
  people: say('人员档案', 'Person files'),
  'set-up': say('首次设置', 'First set-up'),
}

/** What the statuses mean wherever a route says nothing of its own. */
export const statuses: Readonly<Record<string, string>> = {
  200: '成功',
  201: '已建立',
  204: '成功，无内容',
  302: '转到另一地址',
  304: '未变',
  400: '请求写法不对（A01）',
  401: '尚未登录',
  403: '没有权限，或请求来自其他网站',
  404: '没有，或不可见',
  409: '与现状冲突',
  413: '内容过大',
  415: '不是 JSON',
  422: '有阻断性审核意见',
  429: '过于频繁，请稍候',
  503: '暂不能服务，或目前只读',
}
