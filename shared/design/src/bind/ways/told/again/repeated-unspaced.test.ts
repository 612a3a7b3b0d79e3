import { expect, test } from "vitest";
import { repeatedIn } from "./repeated.ts";

test.each([
  "201 初回 / 200 再送(同じ内容)",
  "2. `bookings` に hold_id があれば、その内容で 200(再送。期限後の再送でも 200)",
  "もう一度送られたら既存の予約を返す。",
  "この確定は冪等です。",
  "既に確定していれば 200 と予約を返す。",
  "重复请求返回相同的订单。",
  "该 hold 已经确认过：返回 200 和原订单",
  "订单存在则返回 200",
  "확정은 멱등하다.",
  "같은 요청을 다시 보내면 기존 예매를 반환한다.",
  "이미 확정된 경우 200",
])("a repeated request is answered with what is there: %s", (text) => {
  expect(repeatedIn(text)).not.toBeNull();
});

test.each([
  "再送は 409 で拒否する(同じ内容でも)。",
  "仮押さえがあれば予約を作成し 201。",
  "PSP に二度呼んでも同じ結果になる。",
  "冪等キーは hold_id。",
  "同じ席を二度押すと 409。",
  "重复请求返回 409，订单不变",
  "空席があれば 201。",
  "이미 팔린 좌석은 409",
  "结果重复时拒绝，返回相同的响应",
])("nothing is told of what a repeated request is answered: %s", (text) => {
  expect(repeatedIn(text)).toBeNull();
});
