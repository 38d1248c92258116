using Rtemis.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Training;

/// <summary>How cases are held out.</summary>
/// <param name="Type">rtemis's name, e.g. <c>KFold</c>.</param>
/// <param name="Config">Its options.</param>
/// <param name="Description">The phrase for it, e.g. <c>5 independent folds</c>.</param>
/// <param name="IdColumn">The column that tells which cases belong together and is no feature, or null.</param>
/// <param name="Draw">Draws the resamples of a table.</param>
public sealed record OuterResampling(
    string Type, ParameterValues Config, string Description, string? IdColumn, Func<Table, RunContext, OuterResamples> Draw);
