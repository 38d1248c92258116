namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>The value of a leaf and how much it lowers the loss. Implemented by structures, so that searches are compiled for each.</summary>
interface ILeafScore
{
    /// <summary>How much a leaf lowers the loss.</summary>
    double Gain(double gradient, double hessian, int count);

    /// <summary>How much two leaves of a split lower the loss; 0 where they may not be.</summary>
    double Gain(double leftGradient, double leftHessian, int leftCount, double rightGradient, double rightHessian, int rightCount);

    /// <summary>False only where two leaves certainly don't gain more than <paramref name="least"/>: what can be told faster than their gain.</summary>
    bool MayGain(double leftGradient, double leftHessian, double rightGradient, double rightHessian, double least);

    /// <summary>The value of a leaf.</summary>
    double Output(double gradient, double hessian, int count);
}
