using MemoryPack;
using MemoryPack.Formatters;
using Rtemis.Learning.Decomposition;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Decomposition.Umap;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Cart;
using Rtemis.Learning.Supervised.Gam;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Supervised.Glmnet;
using Rtemis.Learning.Supervised.Isotonic;
using Rtemis.Learning.Supervised.Knn;
using Rtemis.Learning.Supervised.Mars;
using Rtemis.Learning.Supervised.Nnls;
using Rtemis.Learning.Supervised.Ranger;
using Rtemis.Learning.Supervised.RuleFit;
using Rtemis.Learning.Supervised.Svm;

namespace Rtemis.Learning.Training;

/// <summary>What can be kept in model files. A number stands for a type in every file that was ever written: it is never given to another.</summary>
static class ModelFormats
{
    /// <summary>Makes the types known to the serializer.</summary>
    public static void Register()
    {
        MemoryPackFormatterProvider.Register(new ParameterValueFormatter());
        MemoryPackFormatterProvider.Register(new DynamicUnionFormatter<IProjection>(
            (0, typeof(PcaProjection)),
            (3, typeof(UmapProjection))));
        MemoryPackFormatterProvider.Register(new DynamicUnionFormatter<ISupervisedModel>(
            (0, typeof(CartModel)),
            (1, typeof(GlmModel)),
            (2, typeof(IsotonicModel)),
            (3, typeof(KnnModel)),
            (4, typeof(NnlsModel)),
            (5, typeof(GlmnetModel)),
            (6, typeof(SvmModel)),
            (7, typeof(MarsModel)),
            (8, typeof(GamModel)),
            (9, typeof(RangerModel)),
            (10, typeof(BoostedModel)),
            (11, typeof(RuleFitModel))));
    }
}
