namespace Rtemis.Learning.Supervised;

/// <summary>What is predicted.</summary>
public enum TaskType
{
    /// <summary>A number.</summary>
    Regression,

    /// <summary>One of the outcome's levels.</summary>
    Classification,
}
