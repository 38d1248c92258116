using Rtemis.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Binning;

namespace Rtemis.Learning.Supervised.RuleFit;

/// <summary>Which cases meet which rules.</summary>
/// <param name="columns">The cases' features.</param>
sealed class RuleMatching(IReadOnlyList<CodedColumn> columns)
{
    const string Prefix = "Rule_";

    /// <summary>The name of a rule, given its place.</summary>
    public static string Name(int rule) => $"{Prefix}{rule + 1}";

    /// <summary>Finds the cases that meet a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">The first case that is looked at.</param>
    /// <param name="matches">One a case from there on.</param>
    public void Find(Rule rule, int start, Span<bool> matches)
    {
        matches.Fill(true);
        foreach (var condition in rule.Conditions) condition.Narrow(columns[condition.Feature].Values.Span.Slice(start, matches.Length), matches);
    }

    /// <summary>A column a rule: 1 where a case meets it, else 0.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Column[] Indicators(IReadOnlyList<Rule> rules, int rows, RunContext context)
    {
        var indicators = new Column[rules.Count];
        context.Work.For(rules.Count, r =>
        {
            var matches = new bool[rows];
            Find(rules[r], 0, matches);
            indicators[r] = new DoubleColumn(Name(r), Array.ConvertAll(matches, m => m ? 1.0 : 0.0));
        });
        return indicators;
    }
}
