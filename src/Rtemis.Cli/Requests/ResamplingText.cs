using System.Globalization;
using Rtemis.Client;

namespace Rtemis.Cli.Requests;

/// <summary>How cases are held out, as one types it: <c>TYPE[:RESAMPLES][,NAME=VALUE]...</c>, e.g. <c>kfold:10</c> or <c>stratsub:20,train_p=0.8</c>.</summary>
static class ResamplingText
{
    static readonly string[] Types = ["KFold", "StratSub", "StratBoot", "Bootstrap", "LOOCV"];

    /// <summary>What a text means.</summary>
    /// <exception cref="UsageException">It means nothing.</exception>
    public static Resampling Parse(string option, string text)
    {
        var parts = text.Split(',');
        var head = parts[0].Split(':', 2);
        var type = Types.FirstOrDefault(t => t.Equals(head[0].Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"{option} '{text}': must begin with one of {string.Join(", ", Types.Select(t => t.ToLowerInvariant()))}, such as kfold:10.");
        int? resamples = null;
        if (head.Length == 2)
        {
            resamples = int.TryParse(head[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
                ? n
                : throw new UsageException($"{option} '{text}': '{head[1]}' must be how many resamples, 1 or more.");
        }
        var further = new Parameters();
        foreach (var part in parts.Skip(1))
        {
            var (name, value) = ValueText.Pair(option, part);
            further[name] = ValueText.Value(option, value);
        }
        return new Resampling(type) { Resamples = resamples, Further = further };
    }
}
