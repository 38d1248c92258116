namespace Rtemis.Fuzz.Targets;

/// <summary>Everything that is fed: a line each.</summary>
public static class FuzzTargets
{
    static readonly Dictionary<string, Func<Task<IFuzzTarget>>> Makers = new()
    {
        ["arrow"] = () => Task.FromResult<IFuzzTarget>(new ArrowTarget()),
        ["rdata"] = () => Task.FromResult<IFuzzTarget>(new RDataTarget()),
        ["frames"] = () => Task.FromResult<IFuzzTarget>(new FramesTarget()),
        ["json"] = () => Task.FromResult<IFuzzTarget>(new JsonTarget()),
        ["conversation"] = ConversationTarget.StartAsync,
    };

    /// <summary>Their names, in the order in which they are fed.</summary>
    public static IReadOnlyList<string> Names => [.. Makers.Keys];

    /// <summary>The target of that name, ready to be fed.</summary>
    public static Task<IFuzzTarget> StartAsync(string name) => Makers[name]();
}
