using System.Text;
using System.Text.Json.Nodes;
using Prover.Core.Lean;
using Prover.Lean.Repl;

namespace Prover.Lean.Tests.Replay;

/// <summary>Declarations sent as plain data, to the real kernel.</summary>
public sealed class ReplayRequestTests(ReplaySession replay) : IClassFixture<ReplaySession>
{
    // Names: 1 t, 2 True, 3 True.intro, 4 False, 5 u, 6 Missing, 7 Nat, 8 Nat.succ, 9 Nat.zero.
    // Terms: 0 True, 1 True.intro, 2 False, 3 Prop, 4 Missing, 5 Nat, 6 Nat.succ, 7 Nat.zero, 8 #0.
    private const string Names = """[[0,"t"],[0,"True"],[2,"intro"],[0,"False"],[0,"u"],[0,"Missing"],[0,"Nat"],[7,"succ"],[7,"zero"]]""";
    private const string Terms = "[4,2,0, 4,3,0, 4,4,0, 3,0, 4,6,0, 4,7,0, 4,8,0, 4,9,0, 0,0]";

    // inductive C | red | green
    private const string Enumeration =
        """
        {"replay":{"imports":["Init"],
        "names":[[0,"C"],[1,"red"],[1,"green"],[1,"rec"],[0,"u"],[0,"t"],[0,"green"],[0,"red"],[0,"motive"]],
        "levels":[1,0,4,5],"naturals":[],"strings":[],
        "terms":[3,1,4,1,0,0,0,0,3,5,3,2,4,1,0,7,6,0,5,4,4,3,0,0,1,5,8,7,7,7,0,9,6,4,2,0,0,0,5,12,11,7,8,0,13,10,3,2,7,6,0,5,15,7,9,1,16,14,0,1,0,1,5,19,7,6,7,0,20,18,0,0,5,22,11,6,8,0,23,21,6,9,0,16,24,0,0,0,1,5,27,7,6,7,0,28,26,0,0,5,30,11,6,8,0,31,29,6,9,0,16,32],
        "declarations":[{"kind":"inductive","levelParams":[],"numParams":0,
        "types":[{"name":1,"type":0,"constructors":[2,3],"numIndices":0,"numNested":0,"isRec":false,"isReflexive":false,"all":[1]}],
        "constructors":[{"name":2,"levelParams":[],"type":1,"induct":1,"cidx":0,"numParams":0,"numFields":0},{"name":3,"levelParams":[],"type":1,"induct":1,"cidx":1,"numParams":0,"numFields":0}],
        "recursors":[{"name":4,"levelParams":[5],"type":17,"all":[1],"numParams":0,"numIndices":0,"numMotives":1,"numMinors":2,"k":false,
        "rules":[{"constructor":2,"numFields":0,"rhs":25},{"constructor":3,"numFields":0,"rhs":33}]}]}]}}
        """;

    // inductive N | z | s (n : N)
    private const string Recursive =
        """
        {"replay":{"imports":["Init"],
        "names":[[0,"N"],[1,"z"],[1,"s"],[0,"n"],[1,"rec"],[0,"u"],[0,"t"],[0,"n_ih"],[0,"s"],[0,"z"],[0,"motive"]],
        "levels":[1,0,4,6],"naturals":[],"strings":[],
        "terms":[3,1,4,1,0,7,4,0,1,1,0,0,0,3,5,4,3,4,1,0,7,7,0,6,5,0,1,4,3,0,5,9,8,5,4,10,0,0,0,2,5,13,12,7,8,0,14,11,7,4,0,1,15,7,9,0,16,7,4,2,0,0,0,5,19,18,7,10,0,20,17,3,2,7,7,0,6,22,7,11,1,23,21,0,1,0,3,5,26,10,0,2,5,28,12,7,8,0,29,27,7,4,0,1,30,6,9,0,31,25,0,0,5,33,18,6,10,0,34,32,6,11,0,23,35,0,0,0,1,0,2,0,3,4,5,1,2,5,41,40,5,42,39,5,43,38,5,44,37,5,38,37,5,46,45,6,4,0,1,47,5,40,10,0,2,5,50,12,7,8,0,51,49,7,4,0,1,52,6,9,0,53,48,0,0,5,55,18,6,10,0,56,54,6,11,0,23,57],
        "declarations":[{"kind":"inductive","levelParams":[],"numParams":0,
        "types":[{"name":1,"type":0,"constructors":[2,3],"numIndices":0,"numNested":0,"isRec":true,"isReflexive":false,"all":[1]}],
        "constructors":[{"name":2,"levelParams":[],"type":1,"induct":1,"cidx":0,"numParams":0,"numFields":0},{"name":3,"levelParams":[],"type":2,"induct":1,"cidx":1,"numParams":0,"numFields":1}],
        "recursors":[{"name":5,"levelParams":[6],"type":24,"all":[1],"numParams":0,"numIndices":0,"numMotives":1,"numMinors":2,"k":false,
        "rules":[{"constructor":2,"numFields":0,"rhs":36},{"constructor":3,"numFields":1,"rhs":58}]}]}]}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Refused => new()
    {
        { Theorem(type: 2), "the value has another type" },
        { Theorem(type: 3, value: 0), "no proposition" },
        { Theorem(value: 4), "unknown constant (Missing)" },
        { Theorem(name: 2), "already declared (True)" },
        { Theorem(value: 8), "loose bound variables" },
    };

    public static TheoryData<string, string> FalseClaims => new()
    {
        { "types/0/isRec", "true" },
        { "types/0/isReflexive", "true" },
        { "types/0/numIndices", "1" },
        { "types/0/numNested", "1" },
        { "types/0/all", "[1,1]" },
        { "constructors/0/cidx", "1" },
        { "constructors/0/numFields", "1" },
        { "constructors/1/induct", "2" },
        { "constructors/1/levelParams", "[5]" },
        { "recursors/0/k", "true" },
        { "recursors/0/type", "0" },
        { "recursors/0/name", "6" },
        { "recursors/0/rules/0/rhs", "33" },
        { "recursors/0/rules", "[]" },
        { "recursors", "[]" },
    };

    public static TheoryData<string, string> Malformed => new()
    {
        { Theorem(value: 9), "The field value of declarations[0]" },
        { Theorem(value: -1), "The field value of declarations[0]" },
        { Theorem(name: 0), "anonymous" },
        { Theorem().Replace("\"all\":[1]", "\"all\":[true]"), "The field all of declarations[0][0]" },
        { Theorem().Replace("theorem", "lemma"), "The field kind of declarations[0]" },
        { Theorem(terms: "[5,0,0]"), "A part of term 0" },
        { Theorem(terms: "[4,2,0,5,0]"), "A part of term 1" },
        { Theorem(terms: "[4,2,0,5,0,0.5]"), "A part of term 1" },
        { Theorem(terms: "[4,2,0,5,0,\"0\"]"), "A part of term 1" },
        { Theorem(terms: "[1,0]"), "Term 0 has the unknown tag 1" },
        { Theorem(terms: "[0,1048575]"), "The index of term 0" },
        { Theorem(terms: "[3,1]"), "A level of term 0" },
        { Theorem(terms: "[9,0]"), "The literal of term 0" },
        { Theorem(terms: "{}"), "The field terms" },
        { Theorem(names: "[[1,\"t\"]]"), "The prefix of names[0]" },
        { Theorem(names: "[[0,{\"nat\":\"7\"}]]"), "The component of names[0]" },
        { Theorem(names: "[[0,\"\\ud800\"]]"), "The component of names[0]" },
        { Theorem(levels: "[2,0,1]"), "A part of level 1" },
        { Theorem(levels: "[7]"), "The unknown tag 7" },
        { Theorem().Replace("[\"Init\"]", "[\"../Init\"]"), "The field imports" },
        { Theorem().Replace("[\"Init\"]", "[\"Nowhere\"]"), "Nowhere" },
        { Edit(Enumeration, "constructors", "[]"), "lists a constructor" },
        { Edit(Enumeration, "recursors/0/name", "1"), "declared before in the same request" },
        { "{\"replay\":7}", "The field replay" },
    };

    [Fact]
    public async Task A_true_theorem_is_accepted()
    {
        Assert.Equal((true, 1), Outcome(await AskAsync(Theorem())));
    }

    [Fact]
    public async Task Later_declarations_use_earlier_ones()
    {
        var declarations =
            """
            {"kind":"definition","name":6,"levelParams":[],"type":5,"value":9,"hints":1,"all":[6]},
            {"kind":"opaque","name":5,"levelParams":[],"type":5,"value":4,"all":[5]},
            {"kind":"axiom","name":1,"levelParams":[],"type":0}
            """;

        Assert.Equal((true, 3), Outcome(await AskAsync(Request(declarations, terms: Terms.Replace("]", ", 5,6,7]")))));
    }

    [Theory]
    [InlineData(Enumeration)]
    [InlineData(Recursive)]
    public async Task An_inductive_type_with_true_claims_is_accepted(string request)
    {
        Assert.Equal((true, 1), Outcome(await AskAsync(request)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_declaration_is_refused_with_the_reason(string request, string reason)
    {
        var answer = await AskAsync(request);

        Assert.False(answer.Ok);
        Assert.False(answer.Undecided);
        Assert.Equal(0, answer.Declaration);
        Assert.Contains(reason, answer.Reason);
    }

    [Theory]
    [MemberData(nameof(FalseClaims))]
    public async Task A_false_claim_about_an_inductive_type_is_refused(string path, string value)
    {
        var answer = await AskAsync(Edit(Enumeration, path, value));

        Assert.False(answer.Ok);
        Assert.False(answer.Undecided);
        Assert.NotNull(answer.Reason);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_request_is_refused_and_the_session_lives_on(string request, string complaint)
    {
        var error = await Assert.ThrowsAsync<LeanSessionException>(() => AskAsync(request));

        Assert.Contains(complaint, error.Message);
        Assert.True((await AskAsync(Theorem())).Ok);
    }

    [Theory]
    [InlineData(5_000, true)]
    [InlineData(200_000, false)]
    public async Task A_deep_term_is_decided_or_said_to_be_undecided(int depth, bool isDecided)
    {
        var terms = new StringBuilder(Terms[..^1]);
        for (var i = 0; i < depth; i++)
        {
            terms.Append(",5,6,").Append(i == 0 ? 7 : 8 + i);
        }

        var answer = await AskAsync(Request(
            $$"""{"kind":"definition","name":1,"levelParams":[],"type":5,"value":{{8 + depth}},"hints":"opaque","all":[1]}""", terms: $"{terms}]"));

        Assert.Equal((isDecided, !isDecided), (answer.Ok, answer.Undecided));
        Assert.True((await AskAsync(Theorem())).Ok);
    }

    private static (bool Ok, int? Added) Outcome(ReplReplayed answer) => (answer.Ok, answer.Added);

    private static string Theorem(int name = 1, int type = 0, int value = 1, string names = Names, string levels = "[]", string terms = Terms) =>
        Request($$"""{"kind":"theorem","name":{{name}},"levelParams":[],"type":{{type}},"value":{{value}},"all":[1]}""", names, levels, terms);

    private static string Request(string declarations, string names = Names, string levels = "[]", string terms = Terms) =>
        $$$"""{"replay":{"imports":["Init"],"names":{{{names}}},"levels":{{{levels}}},"naturals":[],"strings":[],"terms":{{{terms}}},"declarations":[{{{declarations}}}]}}""";

    // Puts another value at a place of the first declaration.
    private static string Edit(string request, string path, string value)
    {
        var root = JsonNode.Parse(request)!;
        var at = root["replay"]!["declarations"]![0]!;
        var steps = path.Split('/');
        foreach (var step in steps[..^1])
        {
            at = int.TryParse(step, out var index) ? at[index]! : at[step]!;
        }

        at[steps[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }

    private Task<ReplReplayed> AskAsync(string request) => replay.Session.ReplayAsync(Encoding.UTF8.GetBytes(request), Token);
}
