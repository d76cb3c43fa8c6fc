/** 示例: what the name of an invented person begins with. */
export const inventedMark = '示例·'
