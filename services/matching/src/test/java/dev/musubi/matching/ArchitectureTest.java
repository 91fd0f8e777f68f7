package dev.musubi.matching;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.musubi.matching",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule domain_knows_no_framework =
      classes()
          .that()
          .resideInAPackage("..matching.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "dev.musubi.model..",
              "dev.musubi.matching.domain..",
              "dev.musubi.matching.scoring..");

  @ArchTest
  static final ArchRule scoring_keeps_nothing =
      noClasses()
          .that()
          .resideInAPackage("..matching.scoring..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.jdbc..",
              "..matching.persistence..",
              "..matching.application..",
              "..matching.web..");

  @ArchTest
  static final ArchRule endpoints_reach_neither_tables_nor_topics_by_themselves =
      noClasses()
          .that()
          .resideInAPackage("..matching.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.jdbc..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule nothing_depends_on_the_http_interface =
      noClasses()
          .that()
          .resideOutsideOfPackage("..matching.web..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.musubi.matching.web..");
}
