/**
 * Words of every day that turn up in a question about anything and name nothing that could be asked for: how something
 * is done, how much of it, how one feels about it. What a service could do (`notify`, `encrypt`, `tag`) is not among them.
 */
export const everydayWords: readonly string[] = `
  absolute absolutely abundant accommodate accomplish accordingly accurate achieve achieved activity adequate adjust
  advance affect affected affects afterward age ahead albeit allowance altogether ambition amounts ample announced
  anymore anyway anyways anywhere apparently appear appears appropriate apt argue arises arrange arrived aside assess
  assured attention avoidable await awaited awful awfully awkward balanced bare barely basic basis beat beforehand
  believe belong benefit beyond bigger blind blunt boils bold boundaries boundary briefly broad burden carry catch
  caught cautious ceiling center central centre chance chances changed cheers circumstance circumstances claim classic
  clearly close closely commit common competent complain complaint complete completely complex complicated comply
  conclude condition conditions conduct confident conflict confusing consequence consequences conservative content
  context continue continuously contract control convenient cope copes counts couple course criteria crowd curiosity
  cut dare deadline decent decision deem deep deeper deeply degree deliver delivered delivery demanding depend depends
  deserve desire despite destined determined develop differ differs diligent dimension direct direction directly
  disappear disappears disaster disastrous discourage dislike disregard distinct dominate dominated doomed double
  dream drive driven dull duty eager earlier early effect effective effort eight elaborate embrace emphasis employ
  encounter encourage engage enjoy entail era especially essence established ethical evenly eventual everywhere
  evident evolve exceed exceeds excellent except exception excess exclude excluded exclusive exclusively excuse
  exhibit exotic expert extend extended extensive extent extreme extremely eye face faced facts fair fairly fall falls
  familiar fancy fantastic fashion fear feasible feel feels fewer fifty final finally find finish firm fit fits five
  flood flow focus follow following follows foolish forbidden force forced forgive forgotten formal former forth
  forward four frank frequency frequent fresh friend friendly front fun fundamental funny furthermore gain generous
  gentle genuine giant gigantic glad glance  govern gradually grand grant granted grasp greater ground guide
  guideline guidelines guy habit half handful handy happy harm harmful harsh hassle hate he'd he'll he's headroom hear
  heard heavily heavy hefty held helps hidden hold holds honour hope hopefully hoping hurry hurt hypothetical
  hypothetically i've ignore ignored ill imaginary impact implied implies imply impose imposed improve inclined
  increasing indeed indicates indifferent individual inevitable infinitely influence informed initial insane insist
  inspect intense intent interested interesting interval intuition invest irrelevant joke judge judging justify keen
  kid knew lack last lasts lately latest law lax lazy lead leads lean learn legitimate lend lenient lesser liberal lie
  lies lightly likelihood limiting listen literal locked logic logical logically loose loud love lovely luck lucky
  luxury mad maintain mandate mandated manner manual margin maximal mayhap measure measured mechanism mere merely mess
  method middle mighty minimal minor miss missed mistake modest moreover motivation move moving multiple
  multiples mundane mutual naive namely narrow native natural nature near nearby nearly neat neatly necessity
  negligible nice nine nontrivial noted notice noticeable novel nowadays nuance numerous objection objective
  objectives observe obtain obvious obviously occasion occasional odd offs opinion opinions opposed opposite opt
  optimal option options ordinary organisation organization origin originally ought overkill overlook paid pain
  painful paramount pardon partial pay paying percentage perfect perfectly perform performance permission permit
  permits personally perspective phrase pity pleasant pleasure plenty plus portion position positive potential
  potentially power powerful practical practically practice precise precisely predict premise preserve pressure
  primarily principle prior priorities prioritise prioritize priority probable probably professional profile profit
  promise promised promises proof propose proposed protect protected prove pseudo purely purposes pursue push puts
  quality quit radical raise raised ranges rapid rapidly ratio reach reaches ready realise realistically reality
  realize reason reasonably reasons recall reduce reduced regardless regular regularly reject relate related relation
  relative relatively relax relaxed release relevance reliable rely remark remember remind repeatedly requested
  reserve resolve resolved resolves respectable respectively responsible restricted result results retain reveal
  revisit ridiculous rigid rise risk risks risky roof route rude rush sacred sacrifice sake sane satisfied satisfy
  scarce scared scary seldom sensitive sensitivity seriously settled seven severe shame sharp she she'd she'll she's
  shift ship shy sight sign silly similar similarly sit situated six skip slight sloppy smart smooth smoothly solely
  solid solve somewhat sound source spare specifically spirit split spot stand standing step stop stops
  straightforward strain strange stress stretch strike stringent struggle stupid subject succeed success successful
  sudden suffer suitable suited sum summary superb surely surprise surprised surprising suspect swear sweet systems
  tackle taken takes task tasks tempted ten tend tends term terms terrible theme theory they'd they'll they're they've
  thorough thought thoughts thousand threat three threshold thrilled throw tight till tired tolerance tolerant
  tomorrow tonight topmost toss totally tough trade tradeoff tradeoffs traditional tricky trivial trouble truly try
  trying turns twelve twenty twist ugly ultimate ultimately unavoidable unbounded uncertain underlying understand
  understood undesirable unexpected unfortunate unhappy unimportant universal unless unlimited unnecessary unrealistic
  unreasonable unsure unusual upset urge urgent usage useful useless utmost utterly vague valuable variety vast versus
  viable virtually vital vs wanting warn waste weak weigh weight weird welcome who'd widely wider wild
  willing win wisdom wishes withstand wonderful words workable worries worse worst worth worthwhile wrap wrong
  yesterday you'd you'll you're you've zero
  newly gave rid
`
  .split(/\s+/)
  .filter((word) => word !== "");
