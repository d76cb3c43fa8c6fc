/** The words of the plan workbench. */
export const zhBench = {
  benchOperations: '改革事项',
  benchForm: '写法',
  benchCards: '卡片',
  benchCounters: '方案前后',
  undo: '撤销',
  redo: '重做',
} as const
