namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>The value of a leaf and how much it lowers the loss. Implemented by structures, so that searches are compiled for each.</summary>
interface ILeafScore
{
    /// <summary>Whether there are values that both leaves of a split may have.</summary>
    bool IsOpen { get; }

    /// <summary>Whether the same cases on both sides can score differently at another cut.</summary>
    bool VariesWithCut { get; }

    /// <summary>Called before a cut is scored, since what its sides may be can depend on it.</summary>
    /// <param name="cut">The last bin of the left side; -1 for what LightGBM takes for all cuts where it goes up: the first bin, and all bins.</param>
    void MoveTo(int cut);

    /// <summary>How much a leaf lowers the loss.</summary>
    double Gain(double gradient, double hessian, int count);

    /// <summary>How much two leaves of a split lower the loss; 0 where they may not be.</summary>
    double Gain(double leftGradient, double leftHessian, int leftCount, double rightGradient, double rightHessian, int rightCount);

    /// <summary>False only where two leaves certainly don't gain more than <paramref name="least"/>: what can be told faster than their gain.</summary>
    bool MayGain(double leftGradient, double leftHessian, double rightGradient, double rightHessian, double least);

    /// <summary>The value of a split's left leaf.</summary>
    double LeftOutput(double gradient, double hessian, int count);

    /// <summary>The value of a split's right leaf.</summary>
    double RightOutput(double gradient, double hessian, int count);
}
