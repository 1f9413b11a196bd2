import { expect, it } from 'vitest'
import { translator } from '~/platform/i18n/translate'
import { fieldsOfPaste } from './fill-from-paste.server'
import { pastedText } from './pasted-text'

it('names each part that a text without its province left as it was', () => {
  const { fields, missing } = fieldsOfPaste('张小红 13900007777 城关区东岗路 5 号')
  expect(fields).toEqual({ name: '张小红', phone: '13900007777' })
  const said = pastedText(translator('zh-CN'), missing)
  for (const part of ['省', '市和区县', '街道和门牌', '原来填着的没有动']) expect(said).toContain(part)
  expect(said).not.toContain('收件人')
})

it('says of a text in which nothing is found how to write one', () => {
  const { missing } = fieldsOfPaste('？')
  expect(pastedText(translator('zh-CN'), missing)).toContain('没认出地址')
})

it('leads whoever pastes an address of Hong Kong, Macao or Taiwan to the choice of where it goes', () => {
  for (const text of ['香港九龙示例街 8 号', '香港九龙示例街 8 号 陈大文 13800001276']) {
    const { missing } = fieldsOfPaste(text)
    expect(pastedText(translator('zh-CN'), missing)).toContain('香港、澳门、台湾')
    expect(pastedText(translator('en'), missing)).toContain('Hong Kong, Macao or Taiwan')
  }
})
