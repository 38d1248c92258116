using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>What GLMNET is told. <c>ifw</c> is turned into case weights before the learner sees the data.</summary>
public sealed record GlmnetParameters
{
    /// <summary>The name of the hyperparameter that is found by each fit where it is unset.</summary>
    internal const string LambdaName = "lambda";

    /// <summary>The name of the hyperparameter that is filled in where it is unset.</summary>
    internal const string PenaltyFactorName = "penalty_factor";

    const string OneError = "lambda.1se";
    const string Minimum = "lambda.min";

    /// <summary>The declaration of all parameters, in rtemis's order.</summary>
    public static ParameterSet Set { get; } = new("GLMNETHyperparameters", "GLMNET hyperparameter",
    [
        ParameterSpec.Number("alpha", 1) with
        {
            Tunable = true, Minimum = 0, Maximum = 1, Help = "The lasso's share of the penalty: 1 drops columns, 0 (ridge) shrinks all of them.",
        },
        ParameterSpec.Text("family", null, "gaussian", "binomial", "poisson", "multinomial", "cox", "mgaussian") with
        {
            Help = "Leave it unset: the family follows from the outcome, and naming one makes the fit fail, as in rtemis.",
        },
        ParameterSpec.Number("offset", null) with
        {
            Vector = true, Help = "A known part of each case's linear predictor. Leave it unset: predictions would need one too, which rtemis can't give.",
        },
        ParameterSpec.Text("which_lambda_cv", OneError, OneError, Minimum) with
        {
            Help = "What is taken of each cross-validation where lambda is unset: the sparsest model within one standard error of the best, or the best.",
        },
        ParameterSpec.Integer("nlambda", 100) with { Minimum = 1, Help = "The most values of lambda that are tried where it is unset." },
        ParameterSpec.Number(LambdaName, null) with
        {
            Vector = true, Minimum = 0, FoundByFits = true,
            Help = "The strength of the penalty; found by cross-validation where it is unset. Of several, the largest counts.",
        },
        ParameterSpec.Number(PenaltyFactorName, null) with
        {
            Vector = true, Minimum = 0,
            Help = "How strongly each design column is penalized, relative to the others; 0 keeps it. " +
                "Factors have a column for each level but the first.",
        },
        ParameterSpec.Logical("standardize", true) with { Help = "Penalizes columns as if all had the same standard deviation." },
        ParameterSpec.Logical("intercept", true) with { Help = "Fits an intercept, which is never penalized." },
        ParameterSpec.Logical("ifw", true) with { Tunable = true, Help = "Weights cases by the inverse frequency of their class." },
        ParameterSpec.Number(Minimum, null) with { RunState = true, Minimum = 0, MinimumExclusive = true },
        ParameterSpec.Number(OneError, null) with { RunState = true, Minimum = 0, MinimumExclusive = true },
    ]);

    /// <summary>The lasso's share of the penalty, 0 to 1.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>The family; rtemis's call fails with any.</summary>
    public string? Family { get; init; }

    /// <summary>A known part of each case's linear predictor, or null.</summary>
    public IReadOnlyList<double>? Offset { get; init; }

    /// <summary>Whether a cross-validation gives the λ with the least loss, not the largest within one standard error of it.</summary>
    public bool TakesMinimum { get; init; }

    /// <summary>The most values of λ along a path; at least 1.</summary>
    public int LambdaCount { get; init; } = 100;

    /// <summary>The strength of the penalty, 0 or more; of several values the largest counts. Null has it found by cross-validation.</summary>
    public IReadOnlyList<double>? Lambda { get; init; }

    /// <summary>One factor a design column, 0 or more; null for ones.</summary>
    public IReadOnlyList<double>? PenaltyFactor { get; init; }

    /// <summary>Whether columns are brought to one standard deviation before they are penalized.</summary>
    public bool Standardize { get; init; } = true;

    /// <summary>Whether there is an intercept.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>Takes checked values of <see cref="Set"/>.</summary>
    public static GlmnetParameters From(ParameterValues values) => new()
    {
        Alpha = values.Number("alpha"),
        Family = values.TextOrNull("family"),
        Offset = values.NumbersOrNull("offset"),
        TakesMinimum = values.Text("which_lambda_cv") == Minimum,
        LambdaCount = values.Integer("nlambda"),
        Lambda = values.NumbersOrNull(LambdaName),
        PenaltyFactor = values.NumbersOrNull(PenaltyFactorName),
        Standardize = values.Logical("standardize"),
        Intercept = values.Logical("intercept"),
    };
}
