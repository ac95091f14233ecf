namespace GlazeEffect.Wine.Tests;

/// <summary>A screen and prefix of their own, so that engines killed here are not those of another test.</summary>
public sealed class FaultWineScreen() : WineScreen("wine-faults");
