/** 授权: what a maker lets be shown, each alone and taken back by one tap. Chinese first, English beside it. */
export const consents = {
  what_public_name: '我的名字',
  what_public_story: '我自己的话',
  what_public_photo: '我做活的照片',
  what_public_voice: '我的声音',
}

export const consentsEn: Record<keyof typeof consents, string> = {
  what_public_name: 'my name',
  what_public_story: 'my own words',
  what_public_photo: 'pictures of me at work',
  what_public_voice: 'my voice',
}
