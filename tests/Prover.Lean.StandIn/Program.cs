using Prover.Lean.StandIn;

return args switch
{
    ["repl", var script] => ScriptedRepl.Play(script),
    ["lean", .. var rest] => StandInLean.Run(rest),
    ["owner", var seconds] => await Owner.RunSandboxedAsync(seconds),
    ["owner"] => await Owner.RunAsync(),
    [var behaviour, .. var rest] => Behaviours.Play(behaviour, rest),
    _ => throw new ArgumentException("Say what to play."),
};
