/** That something comes a second time, in languages that put no blank between their words. */
const again =
  /再送|再度|再び|再試行|再実行|再リクエスト|リトライ|もう一度|[二2２](?:度|回)(?:目|送|届|来|呼)|二重|重複|重试|重試|重发|重發|重传|再次|再来一次|重复|第二次|[两兩](?:次|遍)|재시도|재전송|재요청|다시|두 ?번|2번|중복/u;

/** That the answer is what is there already. */
const same =
  /(?:同じ|同一の?|元の|最初の|既存の?|先の)\s?`?(?:内容|予約|結果|レスポンス|応答|返答|回答|注文|チケット|行|body|ボディ|booking)|既に(?:ある|存在)|(?:相同|同样|同一|同樣|原来|原來|原|已有|首次|第一次)的?(?:个|條|条|筆|笔)?(?:结果|結果|预订|預訂|订单|訂單|响应|回應|记录|記錄|内容|內容|票|booking)|(?:같은|동일한?|기존|원래|처음의?) ?(?:예매|예약|결과|응답|내용|주문|티켓|행|booking)/iu;

/** By its nature, and not by a key that goes with it. */
const byNature = /(?:冪等|べき等|幂等|멱등)(?![^。；;]{0,4}(?:キー|键|鍵|key|키))/iu;

/** What there is to be had is there: `bookings に hold_id があれば、その内容で 200`. */
const there =
  /(?:booking|order|ticket|sale|sold|(?<!仮)予約|購入|注文|確定|販売|売約|チケット|订单|訂單|已售|购票|購票|预订|예매|구매|주문|판매|확정)[^。；;]{0,30}?(?:があれば|がある場合|が存在(?:すれば|する)|が?見つかれば|済み?(?:なら|の場合|であれば|→|->|:)|(?:存在|已有|查到)[,，]?(?:则|時|时|就)|있으면|존재하면|된 ?경우|됐으면|되었으면)[^。；;\d]{0,30}200/iu;

const alreadyThere =
  /(?:既に|すでに|已经?(?=[^。；;]{0,4}(?:确认|確認|预订|預訂|支付|购买|購買|售出|存在))|이미)[^。；;\d]{0,40}20[01](?!\d)/u;

const refuses = /(?<!\d)[45]\d\d(?!\d)|拒否|エラー|失敗|拒绝|拒絕|错误|錯誤|失败|거절|거부|오류|에러|실패/u;

const writes = /insert|update|作成|登録|挿入|追加|更新|创建|創建|插入|新增|写入|寫入|생성|추가|삽입|갱신/iu;

/** What another's server does with a repeated request is no word about this one. */
const others =
  /psp|stripe|provider|与信|オーソリ|決済|課金|請求|支付(?:渠道|网关|平台)|网关|扣款|승인|결제사|결제 ?대행|청구/iu;

/** Whether a sentence of Japanese, Chinese or Korean tells that a repeated request is answered with what the first one made. */
export const isAnsweredUnspaced = (sentence: string): boolean =>
  !refuses.test(sentence) &&
  !writes.test(sentence) &&
  !others.test(sentence) &&
  ((again.test(sentence) && same.test(sentence)) ||
    byNature.test(sentence) ||
    there.test(sentence) ||
    alreadyThere.test(sentence));
