using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Training;

/// <summary>Components that met their training data.</summary>
/// <param name="Projection">What takes cases to them.</param>
/// <param name="Features">The features that they are made of.</param>
[MemoryPackable]
public sealed partial record FittedDecomposition([property: MemoryPackAllowSerialize] IProjection Projection, IReadOnlyList<string> Features)
{
    const string Stage = "decomp";

    /// <summary>Learns components from features; those that they are not made of stay, in front of them.</summary>
    /// <exception cref="LearningException">The features don't allow it, or the components can't be applied to new data.</exception>
    internal static (FittedDecomposition Fitted, IReadOnlyList<Column> Features) Fit(
        DecompositionPlan plan, IReadOnlyList<Column> features, int rows, RunContext context)
    {
        var begin = context.Timeline.Elapsed;
        var names = plan.Features ?? [.. features.Where(NumericColumn.IsNumeric).Select(f => f.Name)];
        if (names.Count < 2)
        {
            throw new LearningException(
                "rtemis_length_error", $"Decomposition requires at least 2 numeric feature columns.\n{names.Count} available to decompose.");
        }
        context.Say("▶", Stage);
        var table = NumericInput.Restrict(new Table(features, rows), names);
        NumericInput.Announce(table, context);
        context.Say($"Decomposing with {plan.Decomposer.Algorithm}...", Stage);
        var model = plan.Decomposer.Fit(NumericInput.Check(table, context), context);
        context.Say(ElapsedText.Done(context.Timeline.Elapsed - begin), Stage);
        if (model.Projection is not { } projection)
            throw new LearningException("rtemis_unsupported_error", $"Decomposition algorithm '{plan.Decomposer.Algorithm}' cannot be applied on new data.");
        var fitted = new FittedDecomposition(projection, names);
        return (fitted, fitted.Bind(features, model.Scores));
    }

    /// <summary>Puts the components of new features in their place.</summary>
    /// <exception cref="LearningException">A feature is missing or has no number for a case.</exception>
    public IReadOnlyList<Column> Transform(IReadOnlyList<Column> features, RunContext context)
    {
        var table = NumericInput.Restrict(new Table(features, features[0].Length), Features);
        return Bind(features, Projection.Project(NumericFrame.From(table), context));
    }

    List<Column> Bind(IReadOnlyList<Column> features, Matrix scores) =>
    [
        .. features.Where(f => !Features.Contains(f.Name)),
        .. Projection.ComponentNames.Select((name, i) => new DoubleColumn(name, scores.ColumnMemory(i))),
    ];
}
