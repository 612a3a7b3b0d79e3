import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

/** What is told of a text that is read as no API, and the lines that its click writes. */
function told(text: string): { message: string; lines: string[] } {
  const { tell, findings } = reporter("api", linesOf(text));
  expect(readApi(text, tell).isReadable).toBe(false);
  expect(findings).toMatchObject([{ rule: "api-form", severity: "error" }]);
  const [finding] = findings;
  return {
    message: finding?.message.split(",")[0] ?? "",
    lines: (finding?.fixes?.[0]?.edits[0]?.insert ?? "").split("\n").filter((line) => line !== ""),
  };
}

const express = `const app = express();
app.post('/links', async (req, res) => {
  const { url, alias } = req.body;
  const key = req.get('Idempotency-Key');
  await db.query('INSERT INTO links(code, url) VALUES ($1, $2)', [code, url]);
  res.status(201).json({ code, short_url: base + code });
});
app.get('/:code', async (req, res) => {
  if (!row) return res.sendStatus(404);
  res.redirect(row.url);
});
`;

const fastapi = `class LinkIn(BaseModel):
    url: HttpUrl
    alias: str | None = None

class LinkOut(BaseModel):
    code: str

@app.post("/links", response_model=LinkOut, status_code=201)
async def shorten(body: LinkIn):
    ...

@app.get("/{code}", status_code=302)
async def resolve(code: str):
    raise HTTPException(404)
`;

const spring = `public record HoldRequest(UUID seatId, String userId) {}
public record HoldResponse(UUID holdId, Instant expiresAt) {}

@RestController
@RequestMapping("/api/v1")
class Holds {
  @PostMapping("/holds")
  @ResponseStatus(HttpStatus.CREATED)
  public ResponseEntity<HoldResponse> hold(@RequestBody HoldRequest request) { throw new ConflictException(); }

  @DeleteMapping("/holds/{holdId}")
  public ResponseEntity<Void> release(@PathVariable UUID holdId) { return ResponseEntity.noContent().build(); }
}
`;

const nest = `export class CreateLinkDto {
  @IsUrl() url: string;
  alias?: string;
}
@Controller('links')
export class Links {
  @Post()
  @HttpCode(201)
  create(@Body() dto: CreateLinkDto) {}
  @Get(':code')
  @Redirect()
  open(@Param('code') code: string) {}
}
`;

const go = `type holdRequest struct {
	SeatID string \`json:"seat_id"\`
	Note   string \`json:"note,omitempty"\`
}
mux.HandleFunc("POST /holds", func(w http.ResponseWriter, r *http.Request) {
	var in holdRequest
	w.WriteHeader(http.StatusCreated)
})
r.Get("/{code}", h.Resolve) // {} -> 302
`;

const flask = `@app.route('/links', methods=['POST'])
def create():
    url = request.json['url']
    return jsonify(code=code), 201

@app.route('/<string:code>')
def go(code):
    return redirect(url, code=302)
`;

const phoenix = `scope "/api", ShortyWeb do
  pipe_through :api
  post "/links", LinkController, :create
  get "/links", LinkController, :index
end
scope "/", ShortyWeb do
  get "/:code", RedirectController, :show
end
`;

const axum = `let app = Router::new()
    .route("/api/links", post(create_link).get(list_links))
    .route("/:code", get(open_link))
    .with_state(state);

#[derive(Deserialize)]
struct CreateLink { url: String, alias: Option<String> }
#[derive(Serialize)]
struct Link { code: String, url: String }
async fn create_link(State(s): State<App>, headers: HeaderMap, Json(body): Json<CreateLink>) -> Result<(StatusCode, Json<Link>), ApiError> { let key = headers.get("Idempotency-Key"); Ok((StatusCode::CREATED, Json(link))) }
async fn open_link(Path(code): Path<String>) -> Result<Redirect, StatusCode> { Ok(Redirect::temporary(&url)) }
`;

const nestTwice = `@Controller('links')
export class LinksController {
  @Post()
  @HttpCode(201)
  create(@Headers('idempotency-key') key: string, @Body() dto: CreateLinkDto): Promise<LinkDto> {}
  @Get()
  list(@Query('owner') owner: string): Promise<LinkDto[]> {}
}
@Controller()
export class RedirectController {
  @Get(':code')
  @Redirect()
  open(@Param('code') code: string) {}
}
class CreateLinkDto { @IsUrl() url: string; @IsOptional() alias?: string }
class LinkDto { code: string; url: string }
`;

const chi = `r := chi.NewRouter()
r.Route("/v1/events/{eventID}/seats", func(r chi.Router) {
  r.Get("/", h.List)
  r.Post("/{seatID}/hold", h.Hold)   // {userId} -> 201 {holdId, expiresAt} | 409
})
r.Post("/v1/holds/{holdID}/confirm", h.Confirm) // Idempotency-Key header -> 200 {bookingId}
`;

const rails = `Rails.application.routes.draw do
  resources :events, only: [] do
    resources :seats, only: [:index] do
      post :hold, on: :member
    end
  end
  resources :holds, only: [:create, :show, :destroy] do
    member { post :confirm }
  end
end
`;

const minimal = `// server.ts
app.MapPost("/api/links", async (CreateLink dto, [FromHeader(Name = "Idempotency-Key")] string key, LinkService s) => Results.Created($"/{code}", new { code }));
app.MapGet("/{code}", async (string code, LinkService s) => Results.Redirect(url));
record CreateLink(string Url, string? Alias);
`;

const aspnet = `[ApiController]
[Route("api/[controller]")]
public class HoldsController : ControllerBase
{
    [HttpPost]
    public async Task<ActionResult<HoldResponse>> Create([FromBody] CreateHold body) => Created(url, hold); // 409
    [HttpPost("{holdId:guid}/confirm")]
    public Task<ActionResult<Booking>> Confirm(Guid holdId, [FromHeader(Name = "Idempotency-Key")] Guid key) => Ok(b);
}
public record CreateHold(long SeatId, long UserId);
public record HoldResponse(Guid HoldId, DateTime ExpiresAt);
public record Booking(long BookingId);
`;

const table = `const routes = [
  { method: 'POST', path: '/seats/:seatId/holds', handler: hold, body: ['userId'], returns: 201 },
  { url: '/holds/:holdId/confirm', method: 'POST', handler: confirm, headers: ['Idempotency-Key'], returns: 200 },
];
`;

const gin = `func Routes(r *gin.Engine) {
	v1 := r.Group("/v1")
	v1.POST("/seats/:seatID/holds", h.Hold)
	v1.POST("/holds/:holdID/confirm", h.Confirm)
}

type HoldRequest struct {
	UserID int64 \`json:"user_id"\`
}

func (h *Handler) Hold(c *gin.Context) {
	var req HoldRequest
	c.JSON(201, gin.H{"hold_id": hold.ID, "expires_at": hold.ExpiresAt})
}

func (h *Handler) Confirm(c *gin.Context) {
	key := c.GetHeader("Idempotency-Key")
	c.JSON(200, gin.H{"booking_id": b.ID})
}
`;

const refusing = `router.post('/seats/:seatId/holds', async (req, res) => {
  const { userId } = req.body;
  if (!hold) return res.status(409).json({ error: 'taken' });
  res.status(201).json({ holdId: hold.id, expiresAt: hold.expiresAt });
});
`;

const commented = `Rails.application.routes.draw do
  resources :seats, only: [] do
    resources :holds, only: :create # {user_id} -> 201 {hold_id, expires_at} | 409
  end
  resources :holds, only: [] do
    post :confirm, on: :member # Idempotency-Key -> 200 {booking_id} | 410
  end
end
`;

test.each([
  [
    "ASP.NET with a controller",
    aspnet,
    [
      "POST /api/holds {seatId, userId} -> 201 {holdId, expiresAt} | 409",
      "POST /api/holds/{holdId}/confirm [Idempotency-Key] -> 201 {bookingId}",
    ],
  ],
  [
    "a table of routes",
    table,
    ["POST /seats/{seatId}/holds {userId} -> 201", "POST /holds/{holdId}/confirm [Idempotency-Key] -> 200"],
  ],
  [
    "Gin with functions apart",
    gin,
    [
      "POST /v1/seats/{seatID}/holds {user_id} -> 201 {hold_id, expires_at}",
      "POST /v1/holds/{holdID}/confirm [Idempotency-Key] -> 200 {booking_id}",
    ],
  ],
  ["Express, which refuses first", refusing, ["POST /seats/{seatId}/holds {userId} -> 201 {holdId, expiresAt} | 409"]],
  [
    "Rails with comments",
    commented,
    [
      "POST /seats/{seat_id}/holds {user_id} -> 201 {hold_id, expires_at} | 409",
      "POST /holds/{id}/confirm [Idempotency-Key] -> 200 {booking_id} | 410",
    ],
  ],
  [
    "Express",
    express,
    ["POST /links {url, alias} [Idempotency-Key] -> 201 {code, short_url}", "GET /{code} -> 302 | 404"],
  ],
  ["FastAPI", fastapi, ["POST /links {url, alias?} -> 201 {code}", "GET /{code} -> 302 | 404"]],
  [
    "Spring",
    spring,
    ["POST /api/v1/holds {seatId, userId} -> 201 {holdId, expiresAt} | 409", "DELETE /api/v1/holds/{holdId} -> 204"],
  ],
  ["Nest", nest, ["POST /links {url, alias?} -> 201", "GET /links/{code} -> 302"]],
  ["Go", go, ["POST /holds {seat_id, note?} -> 201", "GET /{code} {} -> 302"]],
  ["Phoenix", phoenix, ["POST /api/links -> 201", "GET /api/links -> 200", "GET /{code} -> 302"]],
  [
    "Axum",
    axum,
    [
      "POST /api/links {url, alias?} [Idempotency-Key] -> 201 {code, url}",
      "GET /api/links -> 200",
      "GET /{code} -> 302",
    ],
  ],
  [
    "Nest with two controllers",
    nestTwice,
    ["POST /links {url, alias?} [Idempotency-Key] -> 201 {code, url}", "GET /links -> 200", "GET /{code} -> 302"],
  ],
  [
    "Go within a block of routes",
    chi,
    [
      "GET /v1/events/{eventID}/seats -> 200",
      "POST /v1/events/{eventID}/seats/{seatID}/hold {userId} -> 201 {holdId, expiresAt} | 409",
      "POST /v1/holds/{holdID}/confirm [Idempotency-Key] -> 200 {bookingId}",
    ],
  ],
  [
    "Rails",
    rails,
    [
      "GET /events/{event_id}/seats -> 200",
      "POST /events/{event_id}/seats/{id}/hold -> 201",
      "POST /holds -> 201",
      "GET /holds/{id} -> 200",
      "DELETE /holds/{id} -> 200",
      "POST /holds/{id}/confirm -> 201",
    ],
  ],
  ["ASP.NET", minimal, ["POST /api/links {url, alias?} [Idempotency-Key] -> 201", "GET /{code} -> 302"]],
  [
    "Gin with a group of routes",
    'v1 := r.Group("/v1")\nlinks := v1.Group("/links")\nlinks.POST("", create)\nlinks.GET("/:code", open)\n',
    ["POST /v1/links -> 201", "GET /v1/links/{code} -> 200"],
  ],
  ["Flask", flask, ["POST /links {url} -> 201 {code}", "GET /{code} -> 302"]],
])("the code of a server in %s is told, and its routes are written a line each by a click", (_what, text, lines) => {
  expect(told(text)).toEqual({ message: "This is the code of a server", lines });
});

test("what a collection of Postman or a recording of requests shows is written a line each by a click", () => {
  const postman = {
    info: { name: "Links" },
    item: [
      {
        name: "All",
        item: [
          {
            request: {
              method: "POST",
              header: [{ key: "Idempotency-Key", value: "1" }],
              body: { mode: "raw", raw: '{"url": "https://a.example"}' },
              url: { raw: "{{base}}/links" },
            },
            response: [{ code: 201, body: '{"code": "x7Gh2k"}' }],
          },
        ],
      },
      { request: { method: "GET", url: "{{base}}/:code" } },
    ],
  };
  expect(told(JSON.stringify(postman))).toEqual({
    message: "This is a collection of Postman",
    lines: ["POST /links {url} [Idempotency-Key] -> 201 {code}", "GET /{code} -> 200"],
  });
  const request = { method: "POST", url: "https://sho.rt/links", postData: { text: '{"url":"https://x.y"}' } };
  const response = { status: 201, content: { text: '{"code":"x7Gh2k"}' } };
  const opened = { request: { method: "GET", url: "https://sho.rt/x7Gh2k" }, response: { status: 302 } };
  expect(told(JSON.stringify({ log: { entries: [{ request, response }, opened] } })).lines).toEqual([
    "POST /links {url} -> 201 {code}",
    "GET /{code} -> 302",
  ]);
});

test.each([
  ["type Query { link(code: String!): Link }\n", "This is GraphQL"],
  ['syntax = "proto3";\nservice Links { rpc Shorten (Url) returns (Code); }\n', "This is gRPC"],
  [
    "export const app = router({ shorten: publicProcedure.input(z.string()).mutation(f) });\n",
    "This is a router of tRPC",
  ],
  ["asyncapi: 3.0.0\nchannels:\n  clicks: {}\n", "This is AsyncAPI"],
])("%s is told by its name", (text, message) => {
  expect(told(text)).toEqual({ message, lines: [] });
});
