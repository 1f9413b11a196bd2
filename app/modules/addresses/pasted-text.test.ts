import { expect, it } from 'vitest'
import { translator } from '~/platform/i18n/translate'
import { fieldsOfPaste } from './fill-from-paste.server'
import { pastedText } from './pasted-text'

it('names each part that a text without its province left as it was', () => {
  const { fields, outcome } = fieldsOfPaste('张小红 13900007777 城关区东岗路 5 号')
  expect(fields).toEqual({ name: '张小红', phone: '13900007777' })
  const said = pastedText(translator('zh-CN'), outcome)
  for (const part of ['省', '市和区县', '街道和门牌', '原来填着的没有动']) expect(said).toContain(part)
  expect(said).not.toContain('收件人')
})

it('says of a text in which nothing is found how to write one', () => {
  const { outcome } = fieldsOfPaste('？')
  expect(pastedText(translator('zh-CN'), outcome)).toContain('没认出地址')
})

it.each([
  ['香港九龙示例街 8 号', '香港', 'Hong Kong'],
  ['香港九龙示例街 8 号 陈大文 13800001276', '香港', 'Hong Kong'],
  ['澳門示例街 8 號', '澳门', 'Macao'],
  ['台北市中山区示例路 8 号', '台湾', 'Taiwan'],
])('says of %j where it is', (text, zh, en) => {
  const { outcome } = fieldsOfPaste(text)
  expect(pastedText(translator('zh-CN'), outcome)).toContain(`这是${zh}的地址`)
  expect(pastedText(translator('en'), outcome)).toContain(`an address in ${en}`)
})

it.each([
  '青岛市市南区香港中路 8 号',
  '湖北省武汉市江岸区香港路 8 号 8123 4567',
  '福建省厦门市思明区台湾街 8 号',
])('leaves %j inside the mainland', (text) => expect(fieldsOfPaste(text).outcome).toEqual(['name', 'phone']))
