namespace Standoff.Games.Solvers;

/// <summary>How far a solver has come.</summary>
/// <param name="Iterations">Steps, pivots or cases done.</param>
/// <param name="Parameter">The parameter of a path, such as λ; the share done for enumerations.</param>
/// <param name="Residual">Largest violation of the conditions that are being solved.</param>
/// <param name="Regret">The most that a player can still gain alone.</param>
public readonly record struct SolverProgress(int Iterations, double Parameter, double Residual, double Regret);
