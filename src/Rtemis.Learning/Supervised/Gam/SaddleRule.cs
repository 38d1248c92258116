namespace Rtemis.Learning.Supervised.Gam;

/// <summary>How a search for a minimum goes on where Newton's step would lead up. Which of several minima it finds depends on it.</summary>
enum SaddleRule
{
    /// <summary>Down the slope by 1, as mgcv does for numbers.</summary>
    Downhill,

    /// <summary>By Newton's step, turned round along the axes where the criterion curves down, as mgcv does for two classes.</summary>
    Turn,
}
