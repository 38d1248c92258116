namespace Rtemis.Benchmarks.Cases;

/// <summary>What is measured: a line a learner. One that the engine does not have is passed over.</summary>
static class MeasuredLearners
{
    public static IReadOnlyList<MeasuredLearner> All { get; } =
    [
        new("CART") { Large = true },
        new("CART", """{"cp":0.0001}"""),
        new("GAM") { MostFeatures = 10 },
        new("GLM") { Large = true },
        new("GLMNET", """{"lambda":0.01}""") { Large = true },
        new("GLMNET") { Large = true },
        new("Isotonic") { MostFeatures = 1 },
        new("KNN"),
        new("LightCART") { Large = true },
        new("LightGBM", """{"force_nrounds":100,"learning_rate":0.1}""") { Large = true },
        new("LightRF", """{"nrounds":100}"""),
        new("LightRuleFit", """{"lambda_glmnet":0.01}"""),
        new("LinearSVM"),
        new("MARS"),
        new("NNLS"),
        new("RadialSVM"),
        new("Ranger"),
        new("Ranger", """{"num_trees":50}""") { Large = true },
    ];
}
